package io.heddle.otlp;

import java.util.Arrays;

/** Append-only store of word records, addressed by one int; a record never crosses a chunk. */
final class Words {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int SMALL_CHUNK = 1 << 8;

  private int[][] chunks = new int[4][];
  private int chunkCount;
  private int used;
  private int room;

  /** Reserves a record of {@code length} words and returns its place. */
  int reserve(int length) {
    if (used + length > room) {
      makeRoom(length);
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

  /** The first chunk grows, so that a small table is small; later ones are made whole. */
  private void makeRoom(int length) {
    if (chunkCount == 1 && used + length <= CHUNK) {
      room = Math.min(CHUNK, Math.max(used + length, 2 * room));
      chunks[0] = Arrays.copyOf(chunks[0], room);
    } else {
      room = Math.max(chunkCount == 0 ? SMALL_CHUNK : CHUNK, length);
      addChunk();
    }
  }

  private void addChunk() {
    if (chunkCount == 1 << (32 - CHUNK_BITS)) {
      throw new IllegalStateException("more than 16 GiB of attributes in one table of spans");
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = new int[room];
    used = 0;
  }
}
