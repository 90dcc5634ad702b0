package com.example.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.mailroom.standin.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
  @Test
  void fewTopics_comeAgainAndAgain() throws Exception {
    try (World world = World.start(7)) {
      List<Mail> mails = new Inbox(world.shop(), 7).take(40);

      assertThat(mails).doesNotHaveDuplicates();
      assertThat(mails.stream().map(Mail::text).distinct()).hasSizeLessThanOrEqualTo(11);
    }
  }
}
