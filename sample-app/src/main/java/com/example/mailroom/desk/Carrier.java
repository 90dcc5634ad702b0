package com.example.mailroom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The carrier's tracking service, which turns callers away when it is busy. */
public record Carrier(Services services) {
  /** Where the parcel is; empty when the carrier is too busy to say. */
  public Optional<Shipment> track(String parcel) throws Exception {
    Services.Answer answer = services.get("/parcels", "number", parcel);
    if (answer.busy()) {
      return Optional.empty();
    }
    JsonNode found = answer.orThrow("parcels");
    return Optional.of(new Shipment(found.get("place").asText(), found.get("days").asInt()));
  }
}
