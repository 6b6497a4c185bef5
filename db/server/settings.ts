/**
 * PostgreSQL settings of the embedded server: reachable from this machine only,
 * modest in memory, and silent about what its rows contain.
 */
export const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  max_wal_size: "256MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "Asia/Tokyo",
  log_checkpoints: "off",
  // A failing statement and its details would carry answers and names into the log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** Added where data may be lost when the machine stops. */
export const NOT_DURABLE: Record<string, string> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "1GB",
};
