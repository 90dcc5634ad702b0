package io.heddle.recorder.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A socket on which nothing lasts longer than its deadline, writing included. Uses no proxy, no
 * socket factory and no URL handler of the host. One thread at a time.
 */
final class TimedChannel implements Closeable {
  private static final String NO_ANSWER = "no answer in time";

  /** What the JDK copies to native memory, and keeps there, at a time. */
  private static final int MAX_WRITE = 1 << 17;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private boolean answered;

  private TimedChannel(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.key = channel.register(selector, 0);
  }

  /** Connects to the first of the host's addresses that answers. */
  static TimedChannel connect(String host, int port, long deadlineNano) throws IOException {
    return connect(List.of(InetAddress.getAllByName(host)), port, deadlineNano);
  }

  /** None of them may take the time of those behind it. */
  static TimedChannel connect(List<InetAddress> addresses, int port, long deadlineNano)
      throws IOException {
    IOException failure = new IOException("no address");
    int left = addresses.size();
    for (InetAddress address : addresses) {
      long now = System.nanoTime();
      try {
        return connect(new InetSocketAddress(address, port), now + (deadlineNano - now) / left--);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static TimedChannel connect(SocketAddress address, long deadlineNano) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.socket().setTcpNoDelay(true);
      TimedChannel timed = new TimedChannel(channel, Selector.open());
      timed.finishConnecting(address, deadlineNano);
      return timed;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void finishConnecting(SocketAddress address, long deadlineNano) throws IOException {
    try {
      boolean connected = channel.connect(address);
      while (!connected) {
        await(SelectionKey.OP_CONNECT, deadlineNano);
        connected = channel.finishConnect();
      }
    } catch (IOException | RuntimeException e) {
      selector.close();
      throw e;
    }
  }

  /** Writes all that remains of both, in few pieces: each wakes up the other side. */
  void write(ByteBuffer head, ByteBuffer body, long deadlineNano) throws IOException {
    answered = false;
    ByteBuffer[] both = {head, body};
    int end = body.limit();
    while (head.hasRemaining() || body.position() < end) {
      body.limit(Math.min(end, body.position() + MAX_WRITE));
      if (channel.write(both) == 0) {
        await(SelectionKey.OP_WRITE, deadlineNano);
      }
    }
  }

  /**
   * Reads what is there, waiting for at least one byte.
   *
   * @return how many bytes; -1 at the end
   */
  int read(ByteBuffer into, long deadlineNano) throws IOException {
    int read = channel.read(into);
    while (read == 0) {
      await(SelectionKey.OP_READ, deadlineNano);
      read = channel.read(into);
    }
    answered |= read > 0;
    return read;
  }

  /** Whether anything was read since the last request was written. */
  boolean hasAnswered() {
    return answered;
  }

  /** Whether the other side neither closed the connection nor said anything unasked. */
  boolean isQuiet() {
    try {
      return channel.read(ByteBuffer.allocate(1)) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void await(int operation, long deadlineNano) throws IOException {
    long remaining = deadlineNano - System.nanoTime();
    if (remaining <= 0) {
      throw new SocketTimeoutException(NO_ANSWER);
    }
    key.interestOps(operation);
    selector.select(TimeUnit.NANOSECONDS.toMillis(remaining) + 1);
    selector.selectedKeys().clear();
    if (Thread.interrupted()) { // nobody waits for it any more
      throw new InterruptedIOException(NO_ANSWER);
    }
  }

  @Override
  public void close() {
    try (channel) {
      selector.close();
    } catch (IOException e) {
      // nothing is left that could be closed
    }
  }
}
