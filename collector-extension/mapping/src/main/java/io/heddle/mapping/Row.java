package io.heddle.mapping;

/**
 * One line of the mapping table: this attribute key means that field.
 *
 * @param scale what a number is multiplied with to reach the field's unit
 * @param rank position in the table; within a field the smallest wins
 */
public record Row(Source source, Field field, String key, double scale, int rank) {}
