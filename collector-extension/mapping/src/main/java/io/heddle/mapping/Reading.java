package io.heddle.mapping;

import java.util.Set;

/** How the value under a key is read. */
public sealed interface Reading {
  /** As it stands. */
  Reading PLAIN = new Scaled(1);

  /**
   * A number in another unit.
   *
   * @param factor what it is multiplied with to reach the field's unit
   */
  record Scaled(double factor) implements Reading {}

  /**
   * A member of a JSON object that was written as text.
   *
   * @param names of the member; the first that is there counts
   */
  record Member(Set<String> names) implements Reading {}

  /**
   * The sum of all members of a JSON object whose names hold a word.
   *
   * @param word part of the names
   */
  record Sum(String word) implements Reading {}

  /** A time as nanoseconds: seconds with a fraction, or whole milliseconds. */
  record Seconds() implements Reading {}

  /** A text in quotation marks. */
  record Quoted() implements Reading {}

  /**
   * A value that counts only if it is one of some words.
   *
   * @param words the values
   */
  record Word(Set<String> words) implements Reading {}

  /** A name without the number of the instance behind its last hyphen, if there is one. */
  record Stem() implements Reading {}

  /**
   * A name without the five characters that Kubernetes draws, or the moment that it writes, behind
   * the last hyphen; nothing where neither is there.
   */
  record Generated() implements Reading {}

  /** A moment in ISO 8601, read as the nanoseconds since the span's start. */
  record Moment() implements Reading {}
}
