package com.example.mailroom.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a customer bought.
 *
 * @param number number of the order
 * @param parcel number of the parcel it went out with
 * @param lines what is in it
 */
public record Order(int number, String parcel, List<Line> lines) implements Serializable {
  /**
   * One article of an order.
   *
   * @param article name of the article
   * @param quantity how many
   * @param price of one, in euro
   */
  public record Line(String article, int quantity, BigDecimal price) implements Serializable {}

  /** The order in one line. */
  public String summary() {
    return lines.stream()
        .map(line -> line.quantity() + " x " + line.article())
        .collect(Collectors.joining(", "));
  }

  BigDecimal total() {
    return lines.stream()
        .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
