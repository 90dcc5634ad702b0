package org.bsc.langgraph4j.state;

/** Has the name of the engine's class and none of its methods. */
public final class AgentState {}
