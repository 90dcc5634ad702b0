package io.heddle.instrumentation.langgraph4j;

import org.jspecify.annotations.Nullable;

/**
 * Where a node is found by those who know only its state: at a place of its run, whatever the state
 * is; where there is none left, under each state for itself.
 */
final class StatePlace {
  private final @Nullable OpenStates states;
  private int ofRun = OpenStates.NOWHERE;
  private int ofState = OpenStates.NOWHERE;

  /**
   * @param states null if the state is not this node's alone: it is found by its thread
   */
  StatePlace(@Nullable OpenStates states) {
    this.states = states;
  }

  void enterForRun(OpenNode node) {
    ofRun = states == null ? OpenStates.NOWHERE : states.enter(node);
  }

  void enter(OpenNode node, Object state) {
    if (ofRun < 0 && states != null) {
      ofState = states.enter(state, node);
    }
  }

  boolean isFound() {
    return states == null || ofRun >= 0 || ofState >= 0;
  }

  void leave(OpenNode node) {
    if (ofState >= 0 && states != null) {
      states.leave(node, ofState);
      ofState = OpenStates.NOWHERE;
    }
  }

  /**
   * Says so before it does: whoever then finds nothing there knows that {@link #isFound} shows it.
   */
  void leaveForRun(OpenNode node) {
    int left = ofRun;
    ofRun = OpenStates.NOWHERE;
    if (states != null) {
      states.leave(node, left);
    }
  }
}
