package com.example.mailroom.standin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ranks the support's articles by the words they share with a question. */
final class ArticleService implements Endpoint.Service {
  private static final int MOST = 2;
  private static final int STOP_WORD_LENGTH = 3;
  private static final List<String> TITLES =
      List.of(
          "When will my parcel arrive?",
          "My parcel is lost",
          "How to return an article that does not fit",
          "What to do when something arrived broken",
          "How to wash wool and linen",
          "What the warranty covers",
          "How to get an invoice");

  private final Pace pace;

  ArticleService(long seed) {
    this.pace = new Pace(52, seed);
  }

  @Override
  public Endpoint.Reply reply(Endpoint.Request request) {
    pace.hold();
    Set<String> asked = words(request.parameter());
    return Endpoint.Reply.ok(
        TITLES.stream()
            .sorted(Comparator.comparingLong(title -> -shared(title, asked)))
            .limit(MOST)
            .toList());
  }

  private static long shared(String title, Set<String> asked) {
    return words(title).stream().filter(asked::contains).count();
  }

  private static Set<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("\\W+"))
        .filter(word -> word.length() > STOP_WORD_LENGTH)
        .collect(Collectors.toSet());
  }
}
