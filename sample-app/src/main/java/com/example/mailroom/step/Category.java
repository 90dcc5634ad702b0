package com.example.mailroom.step;

import java.util.Arrays;
import java.util.Locale;

/** What a mail is about. */
public enum Category {
  DELIVERY,
  REFUND,
  QUESTION,
  ADVERT;

  static Category named(String word) {
    return Arrays.stream(values())
        .filter(category -> category.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the model answered: " + word));
  }

  /** The lower-case word the model answers with. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
