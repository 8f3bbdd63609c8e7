package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final StreamMessage.Subject RL =
            StreamMessages.signal(1, "RL_PPO").subject();
    private static final StreamMessage.Subject XGB =
            StreamMessages.signal(1, "ML_XGB").subject();
    private static final StreamMessage.Subject PRICE =
            StreamMessages.price(1, "EURUSD", "").subject();

    @Test
    void atFirstEverythingIsWanted() {
        assertThat(List.of(RL, XGB, PRICE)).allMatch(Subscription.EVERYTHING::includes);
    }

    @Test
    void whatIsNamedIsWantedAndNothingElseOfItsKind() {
        Subscription one = Subscription.EVERYTHING.subscribed(strategies("RL_PPO"));
        assertThat(one.includes(RL)).isTrue();
        assertThat(one.includes(XGB)).isFalse();
        // A price is of nobody.
        assertThat(one.includes(PRICE)).isTrue();
        Subscription two = one.subscribed(strategies("ML_XGB"));
        assertThat(two.includes(XGB)).isTrue();
    }

    @Test
    void anEmptyListWantsEverythingAgain() {
        Subscription one = Subscription.EVERYTHING.subscribed(strategies("RL_PPO"));
        assertThat(one.subscribed(new Subscription.Named(null, List.of(), null)).includes(XGB))
                .isTrue();
    }

    @Test
    void whatIsLeftOutIsLeftOutUntilItIsWantedAgain() {
        Subscription less =
                Subscription.EVERYTHING.unsubscribed(new Subscription.Named(List.of(StreamKind.PRICE), null, null));
        assertThat(less.includes(PRICE)).isFalse();
        assertThat(less.includes(RL)).isTrue();
        Subscription again = less.subscribed(new Subscription.Named(List.of(), null, null));
        assertThat(again.includes(PRICE)).isTrue();
    }

    @Test
    void allMustFit() {
        Subscription gold = Subscription.EVERYTHING.subscribed(
                new Subscription.Named(List.of(StreamKind.SIGNAL), null, List.of("XAUUSD")));
        assertThat(gold.includes(RL)).isFalse();
        assertThat(gold.includes(PRICE)).isFalse();
    }

    @Test
    void someKindsAreHeardByThoseAloneWhoNamedThem() {
        StreamMessage.Subject order =
                new StreamMessage.Subject(StreamKind.ORDER, "", "", "", Set.of(), new StreamAudience.Readers());
        Subscription all = Subscription.everything(new StreamReader(true, Set.of("ann"), false));
        Subscription.Named orders = new Subscription.Named(List.of(StreamKind.ORDER), null, null);
        assertThat(all.includes(order)).isFalse();
        assertThat(all.subscribed(orders).includes(order)).isTrue();
        assertThat(all.subscribed(orders).unsubscribed(orders).includes(order)).isFalse();
        assertThat(Subscription.EVERYTHING.subscribed(orders).includes(order)).isFalse();
    }

    private static Subscription.Named strategies(String code) {
        return new Subscription.Named(null, List.of(code), null);
    }
}
