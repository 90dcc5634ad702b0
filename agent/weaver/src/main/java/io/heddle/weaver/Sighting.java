package io.heddle.weaver;

/**
 * A verdict and where it was reached.
 *
 * @param origin location of the class's code source, or empty if unknown
 * @param detail why, when the verdict is not {@link Verdict#MATCHED}; else empty
 */
public record Sighting(Verdict verdict, String origin, String detail) {}
