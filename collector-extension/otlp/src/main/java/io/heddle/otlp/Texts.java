package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dictionary of texts: equal short texts get one number, and every text is kept once as UTF-8. Not
 * thread-safe.
 */
final class Texts {
  /** Longer texts are rarely repeated; they are stored without being compared. */
  static final int LONGEST_INTERNED = 256;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private byte[][] chunks = new byte[4][];
  private int chunkCount;
  private int used = CHUNK;

  private int[] places = new int[64];
  private int[] lengths = new int[64];
  private @Nullable String[] strings = new String[64];
  private int size;

  private int[] slots = new int[128];
  private int[] slotHashes = new int[128];
  private int interned;

  /** Number of the text in {@code bytes[from, from + length)}. */
  int intern(byte[] bytes, int from, int length) {
    if (length > LONGEST_INTERNED) {
      return store(bytes, from, length);
    }
    int hash = hash(bytes, from, length);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (slotHashes[slot] == hash && equal(id, bytes, from, length)) {
        return id;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int id = store(bytes, from, length);
    slots[slot] = id + 1;
    slotHashes[slot] = hash;
    if (++interned * 2 > slots.length) {
      rehash();
    }
    return id;
  }

  int intern(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return intern(bytes, 0, bytes.length);
  }

  /** Number of an interned text, -1 when there is none. */
  int find(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int hash = hash(bytes, 0, bytes.length);
    for (int slot = hash & (slots.length - 1);
        slots[slot] != 0;
        slot = (slot + 1) & (slots.length - 1)) {
      int id = slots[slot] - 1;
      if (slotHashes[slot] == hash && equal(id, bytes, 0, bytes.length)) {
        return id;
      }
    }
    return -1;
  }

  String get(int id) {
    String text = strings[id];
    if (text == null) {
      int place = places[id];
      text = new String(chunks[place >>> CHUNK_BITS], place & (CHUNK - 1), lengths[id], UTF_8);
      if (lengths[id] <= LONGEST_INTERNED) {
        strings[id] = text;
      }
    }
    return text;
  }

  int size() {
    return size;
  }

  private boolean equal(int id, byte[] bytes, int from, int length) {
    if (lengths[id] != length) {
      return false;
    }
    int place = places[id];
    int start = place & (CHUNK - 1);
    return Arrays.equals(
        chunks[place >>> CHUNK_BITS], start, start + length, bytes, from, from + length);
  }

  private int store(byte[] bytes, int from, int length) {
    if (chunkCount == 0 || used + length > CHUNK) {
      addChunk(Math.max(CHUNK, length));
    }
    System.arraycopy(bytes, from, chunks[chunkCount - 1], used, length);
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
      strings = Arrays.copyOf(strings, size * 2);
    }
    places[size] = (chunkCount - 1) << CHUNK_BITS | used;
    lengths[size] = length;
    used += length;
    return size++;
  }

  private void addChunk(int length) {
    if (chunkCount == 1 << (32 - CHUNK_BITS)) {
      throw new IllegalStateException("more than 4 GiB of text in one table of spans");
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = new byte[length];
    used = 0;
  }

  private void rehash() {
    int[] oldSlots = slots;
    int[] oldHashes = slotHashes;
    slots = new int[oldSlots.length * 2];
    slotHashes = new int[slots.length];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        int slot = oldHashes[i] & (slots.length - 1);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = oldSlots[i];
        slotHashes[slot] = oldHashes[i];
      }
    }
  }

  private static int hash(byte[] bytes, int from, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int i = from;
    int end = from + length;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    long tail = 0;
    for (; i < end; i++) {
      tail = tail << 8 | (bytes[i] & 0xFF);
    }
    hash = (hash ^ tail) * 0x9E3779B97F4A7C15L;
    return (int) (hash ^ hash >>> 32);
  }
}
