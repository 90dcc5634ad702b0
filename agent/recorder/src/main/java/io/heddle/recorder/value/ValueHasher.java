package io.heddle.recorder.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Computes {@link ValueHash}es one after the other. One thread at a time. */
public final class ValueHasher {
  private static final int MAX_DEPTH = 64;
  private static final long ORDER = 0x9e3779b97f4a7c15L;
  private static final long SEED = 0x51_7c_c1_b7_27_22_0a_95L;

  private int characters;
  private int elements;

  /** The value's hash, or {@link ValueHash#UNKNOWN}. */
  public long hash(@Nullable Object value) {
    characters = ValueHash.MAX_CHARACTERS;
    elements = ValueHash.MAX_ELEMENTS;
    try {
      long hash = hash(value, 0);
      return hash == ValueHash.UNKNOWN ? 1 : hash;
    } catch (OpaqueValue e) {
      return ValueHash.UNKNOWN;
    } catch (RuntimeException | StackOverflowError e) {
      return ValueHash.UNKNOWN; // changed by another thread while being read
    }
  }

  /** Finalizer of SplitMix64: a bijection in which every input bit moves every output bit. */
  public static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private long hash(@Nullable Object value, int depth) {
    if (value == null) {
      return SEED;
    }
    if (value instanceof String text) {
      charge();
      return mix(text(text) + ValueKind.STRING.salt());
    }
    if (value instanceof Integer number) {
      charge();
      return mix(number + ValueKind.INTEGER.salt());
    }
    ValueKind kind = ValueKind.of(value.getClass());
    return mix(structure(kind, value, depth) + kind.salt());
  }

  private long structure(ValueKind kind, Object value, int depth) {
    charge();
    if (depth > MAX_DEPTH) {
      throw OpaqueValue.INSTANCE;
    }
    return switch (kind.form()) {
      case STRING -> text((String) value);
      case INTEGRAL -> integral(value);
      case FLOATING -> Double.doubleToLongBits(((Number) value).doubleValue());
      case BIG_INTEGER -> bytes(((BigInteger) value).toByteArray());
      case BIG_DECIMAL -> decimal((BigDecimal) value);
      case UUID -> uuid((UUID) value);
      case ENUM -> text(((Enum<?>) value).name());
      case PRINTED -> text(value.toString());
      case OPTIONAL -> hash(((Optional<?>) value).orElse(null), depth + 1);
      case LIST -> list((List<?>) value, depth + 1);
      case UNORDERED -> unordered((Collection<?>) value, depth + 1);
      case MAP -> map((Map<?, ?>) value, depth + 1);
      case OBJECTS -> objects((Object[]) value, depth + 1);
      case PRIMITIVES -> PrimitiveArrays.hash(this, value);
      case RECORD -> kind.shape().hash(this, value, depth + 1);
      case OPAQUE -> throw OpaqueValue.INSTANCE;
    };
  }

  long component(@Nullable Object value, int depth) {
    return hash(value, depth);
  }

  /** One step of an ordered sequence. */
  public static long chain(long hash, long next) {
    return mix(hash * ORDER + next) + SEED;
  }

  private void charge() {
    if (--elements < 0) {
      throw OpaqueValue.INSTANCE;
    }
  }

  void charge(int count) {
    characters -= count;
    if (characters < 0) {
      throw OpaqueValue.INSTANCE;
    }
  }

  private long text(String text) {
    int length = text.length();
    charge(length);
    long hash = length;
    int at = 0;
    for (; at + 4 <= length; at += 4) {
      hash = chain(hash, four(text, at));
    }
    for (; at < length; at++) {
      hash = chain(hash, text.charAt(at));
    }
    return hash;
  }

  private static long four(String text, int at) {
    return ((long) text.charAt(at) << 48)
        | ((long) text.charAt(at + 1) << 32)
        | ((long) text.charAt(at + 2) << 16)
        | text.charAt(at + 3);
  }

  private static long integral(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof Character character ? character : (Boolean) value ? 1 : 0;
  }

  private long bytes(byte[] bytes) {
    return PrimitiveArrays.hash(this, bytes);
  }

  private long decimal(BigDecimal decimal) {
    return chain(decimal.scale(), bytes(decimal.unscaledValue().toByteArray()));
  }

  private static long uuid(UUID uuid) {
    return chain(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  private long list(List<?> list, int depth) {
    long hash = 0;
    if (list instanceof RandomAccess) {
      for (int i = 0; i < list.size(); i++) {
        hash = chain(hash, hash(list.get(i), depth));
      }
      return hash;
    }
    for (Object element : list) {
      hash = chain(hash, hash(element, depth));
    }
    return hash;
  }

  private long objects(Object[] array, int depth) {
    long hash = 0;
    for (Object element : array) {
      hash = chain(hash, hash(element, depth));
    }
    return hash;
  }

  private long unordered(Collection<?> set, int depth) {
    long hash = set.size();
    for (Object element : set) {
      hash += mix(hash(element, depth));
    }
    return hash;
  }

  private long map(Map<?, ?> map, int depth) {
    long hash = map.size();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      hash += mix(chain(hash(entry.getKey(), depth), hash(entry.getValue(), depth)));
    }
    return hash;
  }
}
