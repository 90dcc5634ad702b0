package com.example.mailroom.standin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the prompts of the mailroom the way a model would, without one. */
final class Clerk {
  private static final Map<String, String> BODIES =
      Map.of(
          "delivery", "your parcel is on its way. Last seen: %s.",
          "refund", "we are sorry and have refunded your order of %s.",
          "question", "thank you for asking. These articles help: %s.");

  private Clerk() {}

  static String answer(String task, String question) {
    if (task.startsWith("You sort")) {
      return sort(question.toLowerCase(Locale.ROOT));
    }
    return task.startsWith("You check") ? check(question) : write(question);
  }

  private static String sort(String mail) {
    if (mail.contains("offer")) {
      return "advert";
    }
    if (mail.contains("refund")) {
      return "refund";
    }
    return mail.contains("parcel") ? "delivery" : "question";
  }

  private static String check(String draft) {
    return draft.contains("guarantee") ? "fail" : "pass";
  }

  private static String write(String prompt) {
    Map<String, String> facts = facts(prompt);
    String topic = facts.getOrDefault("Topic", "question");
    String fact =
        switch (topic) {
          case "delivery" -> facts.get("Parcel");
          case "refund" -> facts.get("Order");
          default -> facts.get("Articles");
        };
    String body = Optional.ofNullable(BODIES.get(topic)).orElseThrow().formatted(fact);
    return "Dear " + facts.get("Customer") + ", " + body + "\n\nYour friends from the mailroom";
  }

  private static Map<String, String> facts(String prompt) {
    return prompt
        .lines()
        .map(line -> line.split(": ", 2))
        .filter(parts -> parts.length == 2)
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, next) -> first));
  }
}
