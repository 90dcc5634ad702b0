package io.heddle.recorder.evidence;

import io.heddle.recorder.value.ValueHash;
import io.heddle.recorder.value.ValueHasher;
import org.jspecify.annotations.Nullable;

/**
 * State names that an execution read, or wrote, and the hash of what it saw there. Unknown is a
 * value of its own and sticks. One thread at a time; allocates nothing.
 */
public final class Touched {
  /** Every name it touches is reported. */
  public static final int KNOWN = 1;

  /** It touched every name. */
  public static final int ALL = 1 << 1;

  /** Which names it touched cannot be told. */
  public static final int UNKNOWN = 1 << 2;

  /** One of the values could not be hashed. */
  private static final int OPAQUE = 1 << 3;

  /** The hash was told as a whole. */
  private static final int TOLD = 1 << 4;

  private final ValueHasher hasher;
  private final boolean enabled;
  private final boolean looksAtValues;
  private long names;
  private long hash;
  private int state;

  /** The last name's entry, and where it is from: nodes mostly touch what was touched before. */
  private @Nullable String lastText;

  private long lastMask;
  private long lastHash;
  private @Nullable Names dictionary;

  /**
   * @param enabled whether names count
   * @param looksAtValues whether the values under them are hashed; they need names
   */
  public Touched(ValueHasher hasher, boolean enabled, boolean looksAtValues) {
    this.hasher = hasher;
    this.enabled = enabled;
    this.looksAtValues = enabled && looksAtValues;
  }

  public void reset() {
    names = 0;
    hash = 0;
    state = 0;
  }

  public void observed() {
    mark(KNOWN);
  }

  public void all() {
    mark(ALL);
  }

  public void unknown() {
    mark(UNKNOWN);
  }

  /** Only the first touch of a name counts. */
  public void touch(Names from, String text, @Nullable Object value) {
    if (!isLast(from, text) && !lookUp(from, text)) {
      mark(UNKNOWN);
    } else if (enabled && (names & lastMask) == 0) {
      names |= lastMask;
      state |= KNOWN;
      include(lastHash, looksAtValues ? hasher.hash(value) : ValueHash.UNKNOWN);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same object is the same text
  private boolean isLast(Names from, String text) {
    return lastText == text && dictionary == from;
  }

  /** False if it has no place in the dictionary. */
  private boolean lookUp(Names from, String text) {
    Names.Name found = from.of(text);
    if (found == null) {
      return false;
    }
    lastText = found.text();
    lastMask = found.mask();
    lastHash = found.hash();
    dictionary = from;
    return true;
  }

  /** The hash of the whole, instead of the one made from touches. */
  public void tell(long wholeHash) {
    if (looksAtValues) {
      hash = wholeHash;
      state |= TOLD;
    }
  }

  public void tellValue(@Nullable Object whole) {
    if (looksAtValues) {
      tell(hasher.hash(whole));
    }
  }

  /** Order-free: a sum of one mixed number a name. */
  private void include(long nameHash, long valueHash) {
    if (valueHash == ValueHash.UNKNOWN) {
      state |= OPAQUE;
    } else if ((state & TOLD) == 0) {
      hash += ValueHasher.mix(nameHash ^ Long.rotateLeft(valueHash, 32));
    }
  }

  private void mark(int flag) {
    if (enabled) {
      state |= flag;
    }
  }

  public long names() {
    return names;
  }

  /** Any of the flags of this class; 0 when nothing was reported. */
  public int state() {
    return state;
  }

  /** {@link ValueHash#UNKNOWN} when it cannot be told, and when nothing was touched. */
  public long hash() {
    if ((state & TOLD) != 0) {
      return hash;
    }
    boolean complete = names != 0 && (state & (ALL | UNKNOWN | OPAQUE)) == 0;
    return complete ? known(hash) : ValueHash.UNKNOWN;
  }

  private static long known(long hash) {
    return hash == ValueHash.UNKNOWN ? 1 : hash;
  }
}
