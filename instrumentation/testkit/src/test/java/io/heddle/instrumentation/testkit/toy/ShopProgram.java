package io.heddle.instrumentation.testkit.toy;

/** Sells once for each argument; then calls a node where no workflow is open. */
public final class ShopProgram {
  private ShopProgram() {}

  public static void main(String[] arguments) {
    Shop shop = new Shop();
    for (String order : arguments) {
      System.out.println(shop.sell(order, 3));
    }
    System.out.println(Shop.pack("outside"));
  }
}
