package io.heddle.runs;

import io.heddle.mapping.Field;
import io.heddle.mapping.FieldSet;
import io.heddle.mapping.SpanMapper;
import io.heddle.otlp.Digest;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the mapper's span says of inputs, outputs and tokens. */
final class EvidenceFactory {
  private static final FieldSet USAGE =
      FieldSet.of(
          Field.INPUT_TOKENS,
          Field.OUTPUT_TOKENS,
          Field.CACHE_READ_TOKENS,
          Field.CACHE_WRITE_TOKENS,
          Field.REASONING_TOKENS,
          Field.FIRST_TOKEN_NS,
          Field.COST);

  private static final FieldSet MEASURED =
      FieldSet.of(
          Field.INPUT_CLASS,
          Field.OUTPUT_CLASS,
          Field.INPUT_DIGEST,
          Field.OUTPUT_DIGEST,
          Field.INPUT,
          Field.OUTPUT,
          Field.CPU_NS,
          Field.ALLOC_BYTES);

  /** What libraries write in the place of content that is empty or must not be seen. */
  private static final Set<Digest> NO_CONTENT =
      Stream.of(
              "",
              "{}",
              "[]",
              "null",
              "None",
              "\"\"",
              "***",
              "__REDACTED__",
              "\"__REDACTED__\"",
              "REDACTED",
              "[REDACTED]",
              "<REDACTED>",
              "<redacted>",
              "[Filtered]")
          .map(Digest::of)
          .collect(Collectors.toUnmodifiableSet());

  private final SpanMapper mapper;
  private final Pool<Evidence> common = new Pool<>();
  private final ByLikeness<Evidence> lastCommon;

  EvidenceFactory(SpanMapper mapper) {
    this.mapper = mapper;
    lastCommon = new ByLikeness<>(mapper);
    common.share(Evidence.NONE);
  }

  Evidence evidence() {
    if (mapper.hasAny(MEASURED)) {
      return made();
    }
    Evidence last = lastCommon.get();
    return last != null && isSame(last) ? last : lastCommon.keep(common.share(made()));
  }

  private Evidence made() {
    return new Evidence(
        mapper.list(Field.READS),
        mapper.list(Field.WRITES),
        mapper.number(Field.INPUT_CLASS),
        mapper.number(Field.OUTPUT_CLASS),
        digest(Field.INPUT_DIGEST, Field.INPUT),
        digest(Field.OUTPUT_DIGEST, Field.OUTPUT),
        mapper.text(Field.INSTANCE),
        mapper.text(Field.CACHE),
        mapper.number(Field.CPU_NS),
        mapper.number(Field.ALLOC_BYTES));
  }

  private boolean isSame(Evidence last) {
    return Objects.equals(last.reads(), mapper.list(Field.READS))
        && Objects.equals(last.writes(), mapper.list(Field.WRITES))
        && Objects.equals(last.instance(), mapper.text(Field.INSTANCE))
        && Objects.equals(last.cache(), mapper.text(Field.CACHE));
  }

  /** Tokens, the first of them and price; null when the span says nothing of either. */
  @Nullable Usage usage() {
    return mapper.hasAny(USAGE) ? usageOfCall() : null;
  }

  private Usage usageOfCall() {
    return new Usage(model(), tokens(), count(Field.FIRST_TOKEN_NS), mapper.decimal(Field.COST));
  }

  private Model model() {
    return Model.of(
        mapper.text(Field.PROVIDER),
        mapper.text(Field.REQUEST_MODEL),
        mapper.text(Field.RESPONSE_MODEL));
  }

  private Tokens tokens() {
    Long read = count(Field.CACHE_READ_TOKENS);
    Long written = count(Field.CACHE_WRITE_TOKENS);
    return new Tokens(
        withCached(count(Field.INPUT_TOKENS), read, written),
        count(Field.OUTPUT_TOKENS),
        read,
        written,
        count(Field.REASONING_TOKENS));
  }

  /** What lies below 0 was not counted. */
  private @Nullable Long count(Field field) {
    Long number = mapper.number(field);
    return number == null || number < 0 ? null : number;
  }

  /** A part that is larger than the whole was none: what was cached is counted beside the input. */
  private static @Nullable Long withCached(
      @Nullable Long input, @Nullable Long read, @Nullable Long written) {
    long cached = Objects.requireNonNullElse(read, 0L) + Objects.requireNonNullElse(written, 0L);
    return input == null || cached <= input ? input : Long.valueOf(input + cached);
  }

  /** The recorded digest, else one of the content that the source carries. */
  private @Nullable Digest digest(Field recorded, Field content) {
    if (mapper.has(recorded)) {
      return mapper.digest(recorded);
    }
    Digest digest = mapper.digest(content);
    return digest == null || NO_CONTENT.contains(digest) ? null : digest;
  }
}
