package io.heddle.instrumentation.langchain4j;

import io.heddle.instrumentation.spi.EngineModule;
import io.heddle.instrumentation.spi.Rule;
import io.heddle.recorder.Recorder;
import java.util.List;

/** LangChain4j's chat models from 1.0 on. */
public final class LangChain4jModule implements EngineModule {
  private static final String PACKAGE = "dev.langchain4j.model.chat.";
  private static final String MODEL = PACKAGE + "ChatModel";
  private static final String STREAMING = PACKAGE + "StreamingChatModel";
  private static final String HANDLER = STREAMING + "$1";

  @Override
  public String name() {
    return "langchain4j";
  }

  @Override
  public String versions() {
    return "1.0 or newer";
  }

  @Override
  public List<Rule> rules(Recorder recorder) {
    OpenChats chats = new OpenChats(recorder);
    ChatProbe chat = new ChatProbe(chats);
    OpenStreams streams = new OpenStreams();
    StreamingChatProbe streaming = new StreamingChatProbe(chats, streams);
    StreamEndProbe streamEnd = new StreamEndProbe(chats, streams);
    return List.of(
        new Rule(MODEL, "chat", 1, chat),
        new Rule(MODEL, "chat", 2, chat).ofSomeVersions(),
        new Rule(MODEL, "chatAsync", 2, new AsyncChatProbe(chats)).ofSomeVersions(),
        new Rule(STREAMING, "chat", 2, streaming),
        new Rule(STREAMING, "chat", 3, streaming).ofSomeVersions(),
        new Rule(HANDLER, "onCompleteResponse", 1, streamEnd),
        new Rule(HANDLER, "onError", 1, streamEnd));
  }
}
