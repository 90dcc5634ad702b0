package com.example.mailroom.standin;

import java.util.Map;

/** Knows every customer by address. */
final class CustomerService implements Endpoint.Service {
  private final Shop shop;
  private final Pace pace;

  CustomerService(Shop shop, long seed) {
    this.shop = shop;
    this.pace = new Pace(40, seed);
  }

  @Override
  public Endpoint.Reply reply(Endpoint.Request request) {
    pace.hold();
    Shop.Buyer buyer = shop.buyer(request.parameter());
    return Endpoint.Reply.ok(Map.of("name", buyer.name(), "since", buyer.since()));
  }
}
