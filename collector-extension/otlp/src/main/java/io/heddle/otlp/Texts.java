package io.heddle.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dictionary of texts: equal short texts get one number, and every text is kept once as UTF-8. Not
 * thread-safe.
 */
final class Texts {
  /** Longer texts are rarely repeated; they are stored without being compared. */
  static final int LONGEST_INTERNED = 256;

  private static final int CHUNK_BITS = 18;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int SMALL_CHUNK = 1 << 10;

  private byte[][] chunks = new byte[4][];
  private int chunkCount;
  private int used;
  private int room;

  /** Place in the high half, length in the low one. */
  private long[] entries = new long[64];

  private @Nullable String[] strings = new String[64];
  private int size;

  /** Hash in the high half, number of the text and one in the low one; 0 is free. */
  private long[] slots = new long[128];

  private int interned;

  /** Number of the text in {@code bytes[from, from + length)}. */
  int intern(byte[] bytes, int from, int length) {
    if (length > LONGEST_INTERNED) {
      return store(bytes, from, length);
    }
    int hash = Bytes.hash(bytes, from, length);
    int slot = slot(hash, bytes, from, length);
    if (slots[slot] != 0) {
      return (int) slots[slot] - 1;
    }
    int id = store(bytes, from, length);
    slots[slot] = ((long) hash << 32) | (id + 1);
    if (++interned * 2 > slots.length) {
      rehash();
    }
    return id;
  }

  /** Like {@link #intern(byte[], int, int)}, quicker when it is the guessed text. */
  int intern(byte[] bytes, int from, int length, int guess) {
    return is(guess, bytes, from, length) ? guess : intern(bytes, from, length);
  }

  /** Whether that is the text of a number, which may be none of this dictionary. */
  boolean is(int id, byte[] bytes, int from, int length) {
    return id < size && equal(id, bytes, from, length);
  }

  int intern(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return intern(bytes, 0, bytes.length);
  }

  /** Number of an interned text, -1 when there is none. */
  int find(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int slot = slot(Bytes.hash(bytes, 0, bytes.length), bytes, 0, bytes.length);
    return (int) slots[slot] - 1;
  }

  String get(int id) {
    String text = strings[id];
    if (text == null) {
      int place = place(id);
      text = new String(chunks[place >>> CHUNK_BITS], place & (CHUNK - 1), length(id), UTF_8);
      if (length(id) <= LONGEST_INTERNED) {
        strings[id] = text;
      }
    }
    return text;
  }

  Digest digest(int id) {
    int place = place(id);
    return Digest.of(chunks[place >>> CHUNK_BITS], place & (CHUNK - 1), length(id));
  }

  /** Number that a text of this dictionary has in another one. */
  int copy(int id, Texts target) {
    int place = place(id);
    return target.intern(chunks[place >>> CHUNK_BITS], place & (CHUNK - 1), length(id));
  }

  int size() {
    return size;
  }

  /** The slot that holds the text, else the free one that would. */
  private int slot(int hash, byte[] bytes, int from, int length) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0
        && !((int) (slots[slot] >>> 32) == hash
            && equal((int) slots[slot] - 1, bytes, from, length))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int place(int id) {
    return (int) (entries[id] >>> 32);
  }

  private int length(int id) {
    return (int) entries[id];
  }

  private boolean equal(int id, byte[] bytes, int from, int length) {
    long entry = entries[id];
    if ((int) entry != length) {
      return false;
    }
    int place = (int) (entry >>> 32);
    return Bytes.equal(chunks[place >>> CHUNK_BITS], place & (CHUNK - 1), bytes, from, length);
  }

  /** A new number for the text, which is not found under it when it comes again. */
  int store(byte[] bytes, int from, int length) {
    if (chunkCount == 0 || used + length > room) {
      makeRoom(length);
    }
    System.arraycopy(bytes, from, chunks[chunkCount - 1], used, length);
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      strings = Arrays.copyOf(strings, size * 2);
    }
    entries[size] = ((long) ((chunkCount - 1) << CHUNK_BITS | used) << 32) | length;
    used += length;
    return size++;
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
      throw new IllegalStateException("more than 4 GiB of text in one table of spans");
    }
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = new byte[room];
    used = 0;
  }

  private void rehash() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long entry : old) {
      if (entry != 0) {
        int slot = (int) (entry >>> 32) & (slots.length - 1);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
      }
    }
  }
}
