package io.heddle.recorder.otlp;

import io.heddle.recorder.export.Attribute;
import io.heddle.recorder.export.CommonText;
import io.heddle.recorder.export.SharedAttributes;
import io.heddle.recorder.export.SharedNumbers;
import io.heddle.recorder.export.SpanSink;
import io.heddle.recorder.export.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tells spans that nobody would think of; equal seeds tell equal spans. */
final class RandomSpans {
  private static final String[] TEXTS = {
    "",
    "a",
    "LangGraph4j",
    "Straße",
    "流程",
    "\uD83D\uDE00",
    "\uD83D",
    "\uDE00 x",
    "\u0000\n",
    "x".repeat(127),
    "y".repeat(128),
    "é".repeat(70)
  };

  private final Random random;
  private final List<SharedAttributes> shared = new ArrayList<>();

  RandomSpans(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      List<Attribute> attributes = new ArrayList<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        attributes.add(attribute("shared." + i + "." + j));
      }
      shared.add(new SharedAttributes(attributes));
    }
  }

  void tell(SpanSink sink) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      span(sink);
    }
  }

  private void span(SpanSink sink) {
    TraceContext trace =
        new TraceContext(
            id(), id(), (byte) random.nextInt(256), random.nextBoolean() ? "" : state());
    switch (random.nextInt(3)) {
      case 0 -> sink.begin(trace, id(), 0);
      case 1 -> sink.begin(trace, id(), id());
      default -> sink.beginBelowRemote(trace, id(), id());
    }
    sink.describe(new CommonText(text()), SpanSink.Kind.values()[random.nextInt(2)]);
    sink.time(positive(), positive());
    sink.attributes(shared.get(random.nextInt(shared.size())));
    sink.attribute("text", text());
    sink.attribute(new CommonText("number"), random.nextLong() >> random.nextInt(Long.SIZE));
    new SharedNumbers("small").write(sink, random.nextInt(100) - 10);
    sink.attribute("truth", random.nextBoolean());
    for (int i = random.nextInt(5); i > 0; i--) {
      sink.attribute(attribute("any." + i));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      sink.link(id(), new SharedAttributes(List.of(new Attribute("heddle.link", text()))));
    }
    if (random.nextInt(3) == 0) {
      sink.failure("java.lang.IllegalStateException", text());
    }
    sink.end(null);
  }

  private Attribute attribute(String key) {
    return new Attribute(
        key,
        switch (random.nextInt(5)) {
          case 0 -> text();
          case 1 -> random.nextLong();
          case 2 -> random.nextDouble();
          case 3 -> random.nextBoolean();
          default -> List.of(text(), text());
        });
  }

  private String state() {
    return random.nextBoolean() ? "rojo=00f067aa0ba902b7" : "b=2,a=1,c=x";
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private long id() {
    return random.nextLong() | 1;
  }

  private long positive() {
    return random.nextLong() >>> 1;
  }
}
