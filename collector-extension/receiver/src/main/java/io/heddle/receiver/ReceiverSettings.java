package io.heddle.receiver;

/**
 * Where to listen.
 *
 * @param host address to bind
 * @param grpcPort for OTLP/gRPC; 0 for any free one
 * @param httpPort for OTLP/HTTP; 0 for any free one
 */
public record ReceiverSettings(String host, int grpcPort, int httpPort, Limits limits) {
  /** The ports every OTLP exporter uses by default, reachable from this machine only. */
  public static final ReceiverSettings DEFAULT =
      new ReceiverSettings("127.0.0.1", 4317, 4318, Limits.DEFAULT);

  public ReceiverSettings withPorts(int grpc, int http) {
    return new ReceiverSettings(host, grpc, http, limits);
  }

  public ReceiverSettings withLimits(Limits changed) {
    return new ReceiverSettings(host, grpcPort, httpPort, changed);
  }
}
