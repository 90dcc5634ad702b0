package io.heddle.instrumentation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens on loopback like a collector, and answers with rubbish or not at all. */
final class BadCollector implements AutoCloseable {
  /** What it does with a request. */
  enum Way {
    /** Takes the connection and reads nothing. */
    SILENT,
    /** Answers what is no HTTP. */
    GARBAGE,
    /** Hangs up. */
    HANGS_UP
  }

  private final ServerSocket server;
  private final Way way;
  private final Collection<Socket> held = new ConcurrentLinkedQueue<>();

  private BadCollector(ServerSocket server, Way way) {
    this.server = server;
    this.way = way;
  }

  static BadCollector start(Way way) throws IOException {
    BadCollector collector =
        new BadCollector(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), way);
    Thread thread = new Thread(collector::serve, "bad-collector");
    thread.setDaemon(true);
    thread.start();
    return collector;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        answer(server.accept());
      }
    } catch (IOException closed) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    switch (way) {
      case SILENT -> held.add(socket);
      case GARBAGE -> {
        held.add(socket);
        socket.getOutputStream().write("\0\1rubbish\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      case HANGS_UP -> socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
