package io.heddle.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A stream that another thread reads, and unpacks, one block ahead. A failure comes behind the
 * bytes that were read before it. Closing waits for the block being read, so it is for inputs that
 * never keep one waiting, and leaves the stream beneath open.
 */
final class ReadAhead extends InputStream {
  private final InputStream in;
  private final int blockSize;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(ReadAhead::thread);
  private CompletableFuture<Block> next;
  private Block block;

  /** What was read at once. */
  private static final class Block {
    private final byte[] bytes;
    private int position;
    private int end;
    private boolean last;
    private @Nullable IOException failure;

    Block(int size) {
      bytes = new byte[size];
    }

    Block fill(InputStream in) {
      position = 0;
      end = 0;
      try {
        while (end < bytes.length && !last) {
          int count = in.read(bytes, end, bytes.length - end);
          last = count < 0;
          end += Math.max(0, count);
        }
      } catch (IOException toldLater) {
        failure = toldLater;
        last = true;
      }
      return this;
    }
  }

  /**
   * Begins to read.
   *
   * @param blockSize bytes of a block; there are two of them
   */
  ReadAhead(InputStream in, int blockSize) {
    this.in = in;
    this.blockSize = blockSize;
    block = new Block(0);
    next = begin(new Block(blockSize));
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? block.bytes[block.position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length > 0 && !hasMore()) {
      return -1;
    }
    int count = Math.min(length, block.end - block.position);
    System.arraycopy(block.bytes, block.position, target, from, count);
    block.position += count;
    return count;
  }

  @Override
  public void close() {
    next.handle((read, failure) -> read).join();
    thread.shutdown();
  }

  private boolean hasMore() throws IOException {
    while (block.position == block.end && !block.last) {
      turn();
    }
    if (block.position == block.end && block.failure != null) {
      throw block.failure;
    }
    return block.position < block.end;
  }

  /** Takes the block that was read ahead, and has the other one filled. */
  private void turn() {
    Block free = block.bytes.length == 0 ? new Block(blockSize) : block;
    block = next.join();
    if (!block.last) {
      next = begin(free);
    }
  }

  private CompletableFuture<Block> begin(Block free) {
    return CompletableFuture.supplyAsync(() -> free.fill(in), thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "heddle-read-ahead");
    thread.setDaemon(true);
    return thread;
  }
}
