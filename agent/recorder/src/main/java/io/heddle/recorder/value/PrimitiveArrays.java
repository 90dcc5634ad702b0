package io.heddle.recorder.value;

/** Hashes of arrays of primitives; each element is charged as one character. */
final class PrimitiveArrays {
  private PrimitiveArrays() {}

  static long hash(ValueHasher hasher, Object array) {
    if (array instanceof byte[] bytes) {
      return ofBytes(hasher, bytes);
    }
    if (array instanceof int[] ints) {
      return ofInts(hasher, ints);
    }
    if (array instanceof long[] longs) {
      return ofLongs(hasher, longs);
    }
    if (array instanceof double[] doubles) {
      return ofDoubles(hasher, doubles);
    }
    if (array instanceof float[] floats) {
      return ofFloats(hasher, floats);
    }
    return ofSmall(hasher, array);
  }

  private static long ofSmall(ValueHasher hasher, Object array) {
    if (array instanceof char[] chars) {
      return ofChars(hasher, chars);
    }
    if (array instanceof short[] shorts) {
      return ofShorts(hasher, shorts);
    }
    return ofBooleans(hasher, (boolean[]) array);
  }

  private static long ofBytes(ValueHasher hasher, byte[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (byte element : array) {
      hash = ValueHasher.chain(hash, element);
    }
    return hash;
  }

  private static long ofInts(ValueHasher hasher, int[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (int element : array) {
      hash = ValueHasher.chain(hash, element);
    }
    return hash;
  }

  private static long ofLongs(ValueHasher hasher, long[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (long element : array) {
      hash = ValueHasher.chain(hash, element);
    }
    return hash;
  }

  private static long ofDoubles(ValueHasher hasher, double[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (double element : array) {
      hash = ValueHasher.chain(hash, Double.doubleToLongBits(element));
    }
    return hash;
  }

  private static long ofFloats(ValueHasher hasher, float[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (float element : array) {
      hash = ValueHasher.chain(hash, Float.floatToIntBits(element));
    }
    return hash;
  }

  private static long ofChars(ValueHasher hasher, char[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (char element : array) {
      hash = ValueHasher.chain(hash, element);
    }
    return hash;
  }

  private static long ofShorts(ValueHasher hasher, short[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (short element : array) {
      hash = ValueHasher.chain(hash, element);
    }
    return hash;
  }

  private static long ofBooleans(ValueHasher hasher, boolean[] array) {
    hasher.charge(array.length);
    long hash = array.length;
    for (boolean element : array) {
      hash = ValueHasher.chain(hash, element ? 1 : 0);
    }
    return hash;
  }
}
