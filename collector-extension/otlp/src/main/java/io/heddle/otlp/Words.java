package io.heddle.otlp;

import java.util.Arrays;

/** Append-only store of word records, addressed by one int; a record never crosses a chunk. */
final class Words {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private int[][] chunks = new int[4][];
  private int chunkCount;
  private int used = CHUNK;

  /** Reserves a record of {@code length} words and returns its place. */
  int reserve(int length) {
    if (used + length > CHUNK) {
      addChunk(Math.max(CHUNK, length));
    }
    int place = (chunkCount - 1) << CHUNK_BITS | used;
    used += length;
    return place;
  }

  int[] chunk(int place) {
    return chunks[place >>> CHUNK_BITS];
  }

  int offset(int place) {
    return place & (CHUNK - 1);
  }

  private void addChunk(int length) {
    if (chunkCount == 1 << (32 - CHUNK_BITS)) {
      throw new IllegalStateException("more than 16 GiB of attributes in one table of spans");
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = new int[length];
    used = 0;
  }
}
