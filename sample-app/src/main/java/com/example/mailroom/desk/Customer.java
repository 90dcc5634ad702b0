package com.example.mailroom.desk;

import java.io.Serializable;

/**
 * Somebody who bought something.
 *
 * @param name how to address them
 * @param since year of the first order
 */
public record Customer(String name, int since) implements Serializable {}
