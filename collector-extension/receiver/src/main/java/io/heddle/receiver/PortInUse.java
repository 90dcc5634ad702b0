package io.heddle.receiver;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** A port that cannot be opened because another process has it. */
public final class PortInUse extends Exception {
  private static final long serialVersionUID = 1L;
  private final int port;

  private PortInUse(String host, int port, Throwable cause) {
    super("port %d on %s is taken by another process".formatted(port, host), cause);
    this.port = port;
  }

  public int port() {
    return port;
  }

  /**
   * Finds out which of {@code ports} made a server's start fail, as the server does not say.
   *
   * @throws PortInUse if one of them is taken
   */
  public static void check(String host, IntStream ports, Throwable failure)
      throws PortInUse, IOException {
    InetAddress address = InetAddress.getByName(host);
    for (int port : ports.toArray()) {
      try (ServerSocket probe = new ServerSocket(port, 1, address)) {
        probe.setReuseAddress(true);
      } catch (BindException e) {
        throw new PortInUse(host, port, failure);
      }
    }
  }
}
