package io.heddle.hook;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls. In the packaged agent it lives in {@code java.lang}, so that every class
 * loader sees it; {@link #activate} is the kill switch.
 *
 * <p>There are two kinds of calls. {@link #enter} and {@link #exit} hand the method's objects to
 * its {@link Site}, which the woven code has as a constant. A leaf node, which nobody asks anything
 * but when it ran, keeps its {@link Lane}, its ids and its begin in variables of the woven method
 * itself:
 *
 * <pre>
 *   lane = lane(leaf); id = id(lane, leaf); outer = nest(lane, id); begin = now(lane)
 *   body
 *   end(lane, leaf, id, outer, begin)
 * </pre>
 *
 * <p>Thread-safe. Calls never throw: implementations catch and count whatever goes wrong.
 */
public abstract class HeddleHook {
  /** Plain on purpose: a late view of a switch is harmless, a fence on every node is not. */
  private static @Nullable HeddleHook active;

  /** Whether anything new is recorded: what sites ask, one load nearer. Plain, as above. */
  private static boolean begins;

  /** By their numbers; replaced as a whole. */
  private static volatile Site[] sites = {};

  /**
   * Lanes of threads that record much, to be found by a comparison instead of a look-up. Plain: a
   * stale view is only a detour, since a thread takes nothing but its own lane.
   */
  private static @Nullable Lane first;

  private static @Nullable Lane second;
  private static @Nullable Lane third;
  private static @Nullable Lane fourth;

  /** By their numbers, whether each call of a leaf is measured; null while of none it is. Plain. */
  private static boolean @Nullable [] measured;

  protected HeddleHook() {}

  /**
   * One thread's way into the recorder, as far as woven code must see it. Confined to its thread.
   */
  public abstract static class Lane {
    /** Between the ids given out; even, so that they stay odd and never become 0. */
    protected static final int ID_STRIDE = 2;

    private final Thread owner;

    /** The id that was given out last. */
    private long lastId;

    /**
     * The first leaf with this id or a later one is measured. Plain: a late view measures later.
     */
    private long sampleFrom;

    /** The id of the span that is open innermost; it means nothing where none is. */
    private long span;

    /** How many executions of a run are open. */
    protected int depth;

    /**
     * A lane where nothing is open.
     *
     * @param seed random, so that no two lanes give out the same ids
     */
    protected Lane(Thread owner, long seed) {
      this.owner = owner;
      this.lastId = seed | 1;
    }

    /** The thread it belongs to. */
    public final Thread owner() {
      return owner;
    }

    /** A new span id; never 0. */
    protected final long nextId() {
      long id = lastId + ID_STRIDE;
      lastId = id;
      return id;
    }

    /** The id given out last; only about right on other threads. */
    protected final long lastId() {
      return lastId;
    }

    /** The span that is open innermost. */
    protected final long span() {
      return span;
    }

    /** Makes a span the innermost one; returns what was. */
    protected final long nest(long id) {
      long outer = span;
      span = id;
      return outer;
    }

    /** Whether a leaf of that new id is measured, however long its calls take. */
    protected final boolean isSampled(long id) {
      return id - sampleFrom >= 0;
    }

    /** The first leaf with that id or a later one is the next that is sampled. */
    protected final void sampleFrom(long id) {
      sampleFrom = id;
    }

    /**
     * A leaf node begins that is to be measured.
     *
     * @param id a new one
     * @return the id it has: that one, or another that nobody has
     */
    protected abstract long onMeasure(int leaf, long id);

    /** Records a leaf node that has ended; the clock is read first. */
    protected abstract void onEnd(int leaf, long id, long outer, long begin);

    /** As {@link #onEnd} for a leaf node that throws. */
    protected abstract void onFail(int leaf, long id, long outer, long begin, Throwable error);

    /** A leaf node was called where no run is open. */
    protected abstract void onOutside(int leaf);
  }

  /**
   * A woven method that hands over its objects. Its calls never throw.
   *
   * <p>Woven code knows it as a constant, so that the compiler knows its class and whatever is
   * final behind it.
   */
  public interface Site {
    /** See {@link HeddleHook#enter}. */
    @Nullable Object enter(
        @Nullable Object self,
        @Nullable Object first,
        @Nullable Object second,
        @Nullable Object third,
        @Nullable Object fourth);

    /** See {@link HeddleHook#exit}. */
    @Nullable Object exit(
        @Nullable Object token,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Throwable error);
  }

  /** Says which sites there are, by their numbers; must have all that woven code names. */
  public static void know(Site[] all) {
    sites = all;
  }

  /** The site of that number: for woven code too old for dynamic constants. */
  public static Site site(int number) {
    return sites[number];
  }

  /**
   * Makes the dynamic constant whose name is a site's number.
   *
   * @param type a class; declared as the JDK hands it over, which else makes a method that casts
   */
  public static Object site(MethodHandles.Lookup woven, String number, Object type) {
    return sites[Integer.parseInt(number)];
  }

  /** Switches all woven code on, or off with null. */
  public static synchronized void activate(@Nullable HeddleHook hook) {
    active = hook;
    begins = hook != null && hook.begins();
    first = null;
    second = null;
    third = null;
    fourth = null;
    measured = null;
  }

  /** Says whether each call of a leaf is measured, and not only one of many. One thread only. */
  public static void measure(int leaf, boolean each) {
    if (isMeasured(leaf) != each) {
      boolean[] known = measured == null ? new boolean[leaf + 1] : measured;
      boolean[] changed = Arrays.copyOf(known, Math.max(known.length, leaf + 1));
      changed[leaf] = each;
      measured = changed;
    }
  }

  private static boolean isMeasured(int leaf) {
    boolean[] known = measured;
    return known != null && leaf < known.length && known[leaf];
  }

  /**
   * Says whose lanes are found by a comparison; ignored while nothing new is recorded.
   *
   * @param lanes at most four count; null is an empty place
   */
  public static synchronized void predict(@Nullable Lane... lanes) {
    if (begins && !isPredicted(lanes)) {
      first = at(lanes, 0);
      second = at(lanes, 1);
      third = at(lanes, 2);
      fourth = at(lanes, 3);
    }
  }

  /** Then nothing is written: woven code would have to fetch the cache line anew. */
  @SuppressWarnings("ReferenceEquality") // a lane is one object
  private static boolean isPredicted(@Nullable Lane[] lanes) {
    return first == at(lanes, 0)
        && second == at(lanes, 1)
        && third == at(lanes, 2)
        && fourth == at(lanes, 3);
  }

  private static @Nullable Lane at(@Nullable Lane[] lanes, int index) {
    return index < lanes.length ? lanes[index] : null;
  }

  /** The calling thread's lane if it is one of those predicted, else null. */
  @SuppressWarnings("ReferenceEquality") // one thread is one object
  public static @Nullable Lane predicted() {
    Thread thread = Thread.currentThread();
    Lane lane = first;
    if (lane != null && lane.owner == thread) {
      return lane;
    }
    lane = second;
    if (lane != null && lane.owner == thread) {
      return lane;
    }
    lane = third;
    if (lane != null && lane.owner == thread) {
      return lane;
    }
    lane = fourth;
    return lane != null && lane.owner == thread ? lane : null;
  }

  /** The calling thread's lane; null where no run is open, and then a leaf is not recorded. */
  public static @Nullable Lane lane(int leaf) {
    Lane lane = predicted();
    if (lane == null) {
      lane = unpredicted();
    }
    if (lane == null || lane.depth > 0) {
      return lane;
    }
    lane.onOutside(leaf);
    return null;
  }

  private static @Nullable Lane unpredicted() {
    HeddleHook hook = active;
    return hook == null ? null : hook.onLane();
  }

  /** A new span id; 0 where nothing is recorded. */
  public static long id(@Nullable Lane lane, int leaf) {
    if (lane == null) {
      return 0;
    }
    long id = lane.nextId();
    return lane.isSampled(id) || isMeasured(leaf) ? lane.onMeasure(leaf, id) : id;
  }

  /** Makes a leaf the innermost span; returns what was, for {@link #end}. */
  public static long nest(@Nullable Lane lane, long id) {
    return lane == null ? 0 : lane.nest(id);
  }

  /** The clock; 0 where nothing is recorded. */
  public static long now(@Nullable Lane lane) {
    return lane == null ? 0 : System.nanoTime();
  }

  /** A leaf node returns. */
  public static void end(@Nullable Lane lane, int leaf, long id, long outer, long begin) {
    if (lane != null) {
      lane.span = outer;
      lane.onEnd(leaf, id, outer, begin);
    }
  }

  /** A leaf node throws. */
  public static void fail(
      @Nullable Lane lane, int leaf, long id, long outer, long begin, Throwable error) {
    if (lane != null) {
      lane.span = outer;
      lane.onFail(leaf, id, outer, begin, error);
    }
  }

  /**
   * Entry of a woven method.
   *
   * @param self the woven method's object, or null if static
   * @return a token for {@link #exit}; null when nothing is recorded
   */
  public static @Nullable Object enter(
      @Nullable Object self,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth,
      Site site) {
    return begins ? site.enter(self, first, second, third, fourth) : null;
  }

  /**
   * Exit of a woven method, normal or not. While nothing new is recorded, what has begun still
   * comes to its end: whatever a thread has open would stay open for ever otherwise.
   *
   * @param token what {@link #enter} returned
   * @param result what the method is about to return; null for void, primitives and errors
   * @param error what the method is about to throw, else null
   * @return what the method returns instead: {@code result}, unless a site replaces it
   */
  public static @Nullable Object exit(
      @Nullable Object token,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Throwable error,
      Site site) {
    return begins || token != null ? site.exit(token, self, result, error) : result;
  }

  /** Whether anything new is recorded; one answer for ever. */
  protected boolean begins() {
    return true;
  }

  /** The calling thread's lane; null where nothing new is recorded. */
  protected abstract @Nullable Lane onLane();
}
