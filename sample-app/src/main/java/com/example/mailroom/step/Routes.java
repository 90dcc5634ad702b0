package com.example.mailroom.step;

/** Which way a case goes. */
public final class Routes {
  private static final int TRACKING_LIMIT = 3;

  private Routes() {}

  public static String afterClassify(CaseState state) {
    return state.category() == Category.ADVERT ? "advertising" : "customer";
  }

  public static String afterSearch(CaseState state) {
    return state.category() == Category.DELIVERY ? "parcel" : "other";
  }

  public static String afterTracking(CaseState state) {
    boolean known = state.shipment().isPresent();
    return known || state.trackingAttempts() >= TRACKING_LIMIT ? "done" : "again";
  }

  public static String afterReview(CaseState state) {
    return state.approved() && state.category() == Category.REFUND ? "refund" : "reply";
  }
}
