package com.example.mailroom.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What was sold to whom.
 *
 * @param buyers the customers
 * @param products what the shop offers
 * @param sales the orders
 */
public record Shop(List<Buyer> buyers, List<Product> products, List<Sale> sales) {
  private static final List<String> NAMES =
      List.of(
          "Ada Kowalski",
          "Ben Okafor",
          "Carla Moreau",
          "Dmitri Sokolov",
          "Elif Demir",
          "Frida Holm",
          "Goran Petrovic",
          "Hana Sato",
          "Ines Carvalho",
          "Jonas Weber");
  private static final List<String> ARTICLES =
      List.of(
          "wool scarf",
          "rain jacket",
          "linen shirt",
          "hiking boots",
          "bicycle lamp",
          "tent",
          "thermos flask",
          "head torch",
          "sleeping bag",
          "camping stove");
  private static final int SALES = 60;
  private static final int MOST_LINES = 6;

  /** A customer: address, name, and year of the first order. */
  public record Buyer(String address, String name, int since) {}

  /** An article: id, name, and price in cent. */
  public record Product(int id, String name, int cents) {}

  /** An order: number, address of the buyer, and the ids of the products, one a line. */
  public record Sale(int number, String buyer, List<Integer> products) {
    String parcel() {
      return "PK-" + number;
    }
  }

  static Shop of(long seed) {
    Random random = new Random(seed);
    List<Buyer> buyers = NAMES.stream().map(name -> buyer(name, random)).toList();
    List<Product> products = new ArrayList<>();
    for (String article : ARTICLES) {
      products.add(new Product(products.size() + 1, article, 995 + 500 * random.nextInt(20)));
    }
    List<Sale> sales =
        IntStream.range(0, SALES).mapToObj(i -> sale(40_001 + i, buyers, random)).toList();
    return new Shop(buyers, products, sales);
  }

  private static Buyer buyer(String name, Random random) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    return new Buyer(address, name, 2015 + random.nextInt(11));
  }

  private static Sale sale(int number, List<Buyer> buyers, Random random) {
    List<Integer> products =
        random
            .ints(1, ARTICLES.size() + 1)
            .distinct()
            .limit(1 + random.nextInt(MOST_LINES))
            .boxed()
            .toList();
    return new Sale(number, buyers.get(random.nextInt(buyers.size())).address(), products);
  }

  Buyer buyer(String address) {
    return buyers.stream().filter(b -> b.address().equals(address)).findFirst().orElseThrow();
  }
}
