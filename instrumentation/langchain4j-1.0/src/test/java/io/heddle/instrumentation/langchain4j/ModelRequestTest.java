package io.heddle.instrumentation.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.heddle.recorder.value.ValueHash;
import org.junit.jupiter.api.Test;

class ModelRequestTest {
  private static final ChatModel MODEL = new FakeModel();

  private static long hash(ChatRequest.Builder request) {
    return ModelRequest.of(MODEL, request.build()).hash();
  }

  private static ChatRequest.Builder conversation(String question) {
    return ChatRequest.builder()
        .messages(
            SystemMessage.from("be kind"), AiMessage.from("yes?"), UserMessage.from(question));
  }

  @Test
  void equalRequests_haveEqualHashes() {
    assertThat(hash(conversation("why?")))
        .isEqualTo(hash(conversation("why?")))
        .isNotEqualTo(ValueHash.UNKNOWN);
  }

  @Test
  void otherTextOrParameters_haveOtherHashes() {
    assertThat(hash(conversation("why?"))).isNotEqualTo(hash(conversation("why")));
    assertThat(hash(conversation("why?")))
        .isNotEqualTo(hash(conversation("why?").temperature(0.9)));
    assertThat(hash(conversation("why?"))).isNotEqualTo(hash(conversation("why?").topP(0.5)));
  }

  @Test
  void otherModel_hasAnotherHash() {
    ChatRequest request = conversation("why?").build();
    assertThat(ModelRequest.of(new FakeModel.Wrapping(), request).hash())
        .isNotEqualTo(ModelRequest.of(MODEL, request).hash());
  }

  @Test
  void messageOfUnknownClass_makesTheHashUnknownAndIsNotTouched() {
    ChatMessage foreign =
        new ChatMessage() {
          @Override
          public ChatMessageType type() {
            throw new AssertionError("touched");
          }

          @Override
          public String toString() {
            throw new AssertionError("touched");
          }
        };
    assertThat(ModelRequest.of(MODEL, ChatRequest.builder().messages(foreign).build()).hash())
        .isEqualTo(ValueHash.UNKNOWN);
  }

  @Test
  void requestsOwnModel_winsOverTheModelsDefault() {
    assertThat(ModelRequest.of(MODEL, conversation("x").build()).spanName())
        .isEqualTo("chat fake-1");
    assertThat(ModelRequest.of(MODEL, conversation("x").modelName("big").build()).spanName())
        .isEqualTo("chat big");
  }
}
