package com.example.mailroom.step;

import com.example.mailroom.desk.Carrier;
import java.util.HashMap;
import java.util.Map;
import org.bsc.langgraph4j.action.NodeAction;

/** Asks the carrier where the parcel is; counts the attempts, because the carrier is often busy. */
public record TrackShipment(Carrier carrier) implements NodeAction<CaseState> {
  @Override
  public Map<String, Object> apply(CaseState state) throws Exception {
    Map<String, Object> update = new HashMap<>();
    update.put(CaseState.TRACKING_ATTEMPTS, state.trackingAttempts() + 1);
    carrier
        .track(state.order().parcel())
        .ifPresent(shipment -> update.put(CaseState.SHIPMENT, shipment));
    return update;
  }
}
