package com.example.mailroom.desk;

import java.io.Serializable;

/**
 * Where a parcel is.
 *
 * @param place where it was seen last
 * @param days until it arrives
 */
public record Shipment(String place, int days) implements Serializable {
  @Override
  public String toString() {
    return "in " + place + ", arrives in " + days + " days";
  }
}
