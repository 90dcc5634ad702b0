package io.heddle.recorder.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers with whatever bytes a test wants, well-formed or not. */
public final class ScriptedServer implements AutoCloseable {
  private static final String LENGTH = "content-length: ";

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  /** What to do with one request. */
  public interface Script {
    /**
     * Answers.
     *
     * @param request its number, from 1
     * @return whether the connection stays open
     */
    boolean answer(int request, byte[] body, OutputStream out) throws Exception;
  }

  private ScriptedServer(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
  }

  public static ScriptedServer start(Script script) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ScriptedServer started = new ScriptedServer(socket, script);
    started.threads.execute(started::accept);
    return started;
  }

  /** Always the same answer. */
  public static ScriptedServer answering(String answer) throws IOException {
    return start((request, body, out) -> {
      out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      return true;
    });
  }

  public int port() {
    return server.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  public int requests() {
    return requests.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      for (byte[] body = request(in); open && body != null; body = open ? request(in) : null) {
        open = script.answer(requests.incrementAndGet(), body, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (Exception e) {
      // the client went away, as some tests want it to
    }
  }

  private static byte[] request(InputStream in) throws IOException {
    int length = 0;
    String line = line(in);
    if (line == null) {
      return null;
    }
    for (line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()));
      }
    }
    return in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
