package com.example.mailroom.desk;

import com.fasterxml.jackson.databind.JsonNode;

/** Who our customers are. */
public record CustomerDirectory(Services services) {
  /** The customer with that address. */
  public Customer find(String address) throws Exception {
    JsonNode found = services.get("/customers", "address", address).orThrow("customers");
    return new Customer(found.get("name").asText(), found.get("since").asInt());
  }
}
