package io.heddle.runs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heddle.mapping.Field;
import io.heddle.mapping.SpanMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mapper's span says of inputs, outputs and tokens. */
final class EvidenceFactory {
  private static final int DIGEST_BYTES = 16;

  private static final Field[] USAGE = {
    Field.INPUT_TOKENS,
    Field.OUTPUT_TOKENS,
    Field.CACHE_READ_TOKENS,
    Field.CACHE_WRITE_TOKENS,
    Field.REASONING_TOKENS,
    Field.COST
  };

  private final SpanMapper mapper;
  private final MessageDigest sha256;
  private final Pool<Evidence> common = new Pool<>();
  private final Pool<List<String>> lists = new Pool<>();

  EvidenceFactory(SpanMapper mapper) {
    this.mapper = mapper;
    common.share(Evidence.NONE);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  Evidence evidence() {
    Evidence evidence =
        new Evidence(
            names(Field.READS),
            names(Field.WRITES),
            mapper.number(Field.INPUT_CLASS),
            mapper.number(Field.OUTPUT_CLASS),
            digest(Field.INPUT_DIGEST, Field.INPUT),
            digest(Field.OUTPUT_DIGEST, Field.OUTPUT),
            mapper.text(Field.INSTANCE),
            mapper.text(Field.CACHE),
            mapper.number(Field.CPU_NS),
            mapper.number(Field.ALLOC_BYTES));
    return evidence.isCommon() ? common.share(evidence) : evidence;
  }

  private @Nullable List<String> names(Field field) {
    List<String> names = mapper.list(field);
    return names == null ? null : lists.share(names);
  }

  /** Tokens and price; null when the span says nothing of either. */
  @Nullable Usage usage() {
    for (Field field : USAGE) {
      if (mapper.has(field)) {
        return usageOfCall();
      }
    }
    return null;
  }

  private Usage usageOfCall() {
    return new Usage(
        mapper.text(Field.PROVIDER),
        mapper.text(Field.REQUEST_MODEL),
        mapper.text(Field.RESPONSE_MODEL),
        mapper.number(Field.INPUT_TOKENS),
        mapper.number(Field.OUTPUT_TOKENS),
        mapper.number(Field.CACHE_READ_TOKENS),
        mapper.number(Field.CACHE_WRITE_TOKENS),
        mapper.number(Field.REASONING_TOKENS),
        mapper.number(Field.FIRST_TOKEN_NS),
        mapper.decimal(Field.COST));
  }

  /** The recorded digest, else one of the content that the source carries. */
  private @Nullable String digest(Field recorded, Field content) {
    String digest = mapper.text(recorded);
    String text = digest == null ? mapper.text(content) : null;
    if (text == null) {
      return digest;
    }
    byte[] hash = sha256.digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
  }
}
