package dev.tradesuite.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AlertWorld;
import dev.tradesuite.orchestrator.webhook.AlertService.Alert;
import dev.tradesuite.orchestrator.webhook.AlertService.Taken;
import dev.tradesuite.orchestrator.webhook.WebhookService.Made;
import dev.tradesuite.orchestrator.webhook.WebhookService.Wanted;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertServiceTest {

    private final AlertWorld world = new AlertWorld();
    private final MemoryWebhooks stored = new MemoryWebhooks();
    private final WebhookService webhooks = new WebhookService(stored, "main", Ids::next, world.clock());
    private final AlertService service = service(new AlertTurns(16, 100));

    private AlertService service(AlertTurns turns) {
        return new AlertService(
                stored, world.decisions(), turns, Duration.ofSeconds(60), Duration.ofDays(1), Ids::next);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void webhookIsFoundByItsTokenAndByNothingElse() {
        Made made = made(true);

        assertThat(service.webhook(made.token())).contains(made.webhook());
        assertThat(service.webhook(WebhookToken.random())).isEmpty();
        assertThat(made.webhook().accountId()).isEqualTo("main");
        assertThat(made.token()).hasToString("WebhookToken[...]");

        assertThat(webhooks.remove(made.webhook().id())).isTrue();
        assertThat(webhooks.remove(made.webhook().id())).isFalse();
        assertThat(service.webhook(made.token())).isEmpty();
    }

    @Test
    void alertIsExecutedOnlyWhereTheWebhookSaysSo() {
        take(made(false).webhook(), null, "BUY EURUSD");
        assertThat(world.orders()).isZero();

        take(made(true).webhook(), null, "BUY EURUSD");
        assertThat(world.orders()).isEqualTo(1);
    }

    @Test
    void oneTooManyIsRefusedAndMayBeSentAgain() {
        Webhook webhook = made(true).webhook();
        AlertService full = service(new AlertTurns(0, 0));
        Alert alert = new Alert("BUY EURUSD", false, null, world.idea(), null);

        assertThatThrownBy(() -> full.take(webhook, alert, world.ticket()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.RATE_LIMITED));
        assertThat(world.orders()).isZero();

        assertThat(service.take(webhook, alert, world.ticket()).duplicate())
                .as("it is not taken for a repeat")
                .isFalse();
        assertThat(world.orders()).isEqualTo(1);
    }

    @Test
    void sameTextIsARepeatForAWhile() {
        Webhook webhook = made(true).webhook();
        Taken first = take(webhook, null, "BUY EURUSD");
        world.passes(Duration.ofSeconds(59));
        Taken repeat = take(webhook, null, "BUY EURUSD");
        world.passes(Duration.ofSeconds(1));
        Taken again = take(webhook, null, "BUY EURUSD");

        assertThat(first.duplicate()).isFalse();
        assertThat(repeat).isEqualTo(new Taken(first.first(), true, first.decision(), null));
        assertThat(again.duplicate()).isFalse();
        assertThat(world.orders()).isEqualTo(2);
    }

    @Test
    void sameWithAnIdIsARepeatForLongAndOtherContentIsAnotherAlert() {
        Webhook webhook = made(true).webhook();
        take(webhook, "7", "BUY EURUSD 1.0835");
        world.passes(Duration.ofHours(23));

        assertThat(take(webhook, "7", "BUY EURUSD 1.0835").duplicate()).isTrue();
        assertThat(take(webhook, "7", "BUY EURUSD 1.0840").duplicate()).isFalse();
        assertThat(take(webhook, "8", "BUY EURUSD 1.0835").duplicate()).isFalse();
        assertThat(take(made(true).webhook(), "7", "BUY EURUSD 1.0835").duplicate())
                .as("another webhook")
                .isFalse();
        assertThat(world.orders()).isEqualTo(4);
    }

    @Test
    void sameIsARepeatForTheCandleItNames() {
        Webhook webhook = made(true).webhook();
        Alert hourly = new Alert("same", false, null, world.idea(), Duration.ofHours(1));
        service.take(webhook, hourly, world.ticket());
        world.passes(Duration.ofMinutes(59));
        assertThat(service.take(webhook, hourly, world.ticket()).duplicate()).isTrue();
        world.passes(Duration.ofMinutes(1));

        assertThat(service.take(webhook, hourly, world.ticket()).duplicate()).isFalse();
    }

    @Test
    void exitClosesWhatIsHeldWithoutTheBrainWhateverTheDeadline() {
        world.holds(Direction.LONG, "0.3");
        world.brainFails(new IllegalStateException("not to be asked"));

        Taken taken = service.take(
                made(true).webhook(), new Alert("exit", false, world.exit(null), null, null), world.lateTicket());

        assertThat(taken.exit()).isNull();
        assertThat(world.lastOrder()).isEqualTo("SELL 0.3 FILLED");
        assertThat(taken.decision()).isNotNull();
    }

    @Test
    void exitClosesWhereOnlyReducingIsAllowedAndAnEntryIsDenied() {
        world.holds(Direction.LONG, "0.3");
        world.riskIs(TradingState.REDUCE_ONLY);
        Webhook webhook = made(true).webhook();

        service.take(webhook, new Alert("exit", false, world.exit(Side.SELL), null, null), world.ticket());
        assertThat(world.lastOrder()).isEqualTo("SELL 0.3 FILLED");

        take(webhook, null, "BUY EURUSD");
        assertThat(world.lastOrder()).isEqualTo("BUY 0.4 DENIED");
    }

    @Test
    void reversalWhereOnlyReducingIsAllowedEndsFlat() {
        world.holds(Direction.LONG, "0.3");
        world.riskIs(TradingState.REDUCE_ONLY);

        service.take(
                made(true).webhook(),
                new Alert("turn", true, world.exit(Side.SELL), world.idea(), null),
                world.ticket());

        assertThat(world.allOrders()).containsExactly("SELL 0.3 FILLED", "BUY 0.4 DENIED");
    }

    @Test
    void haltedAccountDeniesAnExitTooAndARepeatTellsTheSame() {
        world.holds(Direction.LONG, "0.3");
        world.riskIs(TradingState.HALTED);
        Webhook webhook = made(true).webhook();
        Alert exit = new Alert("exit", false, world.exit(null), null, null);

        Taken taken = service.take(webhook, exit, world.ticket());

        assertThat(world.allOrders()).containsExactly("SELL 0.3 DENIED");
        assertThat(world.reasons(taken.first().decisionId())).containsExactly("RISK_DENIED", "TRADING_HALTED");
        assertThat(service.take(webhook, exit, world.ticket()))
                .isEqualTo(new Taken(taken.first(), true, taken.decision(), null));
        assertThat(world.orders()).isEqualTo(1);
    }

    @Test
    void exitOfALongNeverTouchesAShort() {
        world.holds(Direction.SHORT, "0.3");

        service.take(made(true).webhook(), new Alert("exit", false, world.exit(Side.SELL), null, null), world.ticket());

        assertThat(world.orders()).isZero();
    }

    @Test
    void partOfAPositionIsClosedInLotSteps() {
        world.holds(Direction.LONG, "0.3");

        service.take(
                made(true).webhook(),
                new Alert("part", false, world.exit(Side.SELL, "0.3333333333333333"), null, null),
                world.ticket());

        assertThat(world.lastOrder()).isEqualTo("SELL 0.1 FILLED");
    }

    @Test
    void reversalClosesAndThenOpensAndARepeatTellsBoth() {
        world.holds(Direction.SHORT, "0.3");
        Webhook webhook = made(true).webhook();
        Alert reversal = new Alert("turn", true, world.exit(Side.BUY), world.idea(), null);

        Taken taken = service.take(webhook, reversal, world.ticket());

        assertThat(world.orders()).isEqualTo(2);
        assertThat(taken.exit()).isNotNull();
        assertThat(taken.decision()).isNotEqualTo(taken.exit());
        assertThat(service.take(webhook, reversal, world.ticket()))
                .isEqualTo(new Taken(taken.first(), true, taken.decision(), taken.exit()));
        assertThat(world.orders()).isEqualTo(2);
    }

    @Test
    void reversalEntersAtOnceWhereNothingIsHeld() {
        Taken taken = service.take(
                made(true).webhook(),
                new Alert("turn", true, world.exit(Side.BUY), world.idea(), null),
                world.ticket());

        assertThat(world.orders()).isEqualTo(1);
        assertThat(taken.decision()).isNotEqualTo(taken.exit());
    }

    @Test
    void reversalWhoseExitIsDeniedEntersNothing() {
        world.holds(Direction.SHORT, "0.3");
        world.riskDenies();

        Taken taken = service.take(
                made(true).webhook(),
                new Alert("turn", true, world.exit(Side.BUY), world.idea(), null),
                world.ticket());

        assertThat(taken.decision()).isEqualTo(taken.exit());
        assertThat(world.orders()).isEqualTo(1);
        assertThat(world.lastOrder()).isEqualTo("BUY 0.3 DENIED");
    }

    @Test
    void repeatWhileTheFirstIsBeingDecidedHasNoDecisionYet() {
        Webhook webhook = made(true).webhook();
        List<Taken> repeats = new ArrayList<>();
        // The sender repeats the alert while the brain thinks about the first.
        world.whileTheBrainThinks(() -> repeats.add(take(webhook, null, "BUY EURUSD")));

        Taken first = take(webhook, null, "BUY EURUSD");

        assertThat(repeats).containsExactly(new Taken(first.first(), true, null, null));
        assertThat(world.orders()).isEqualTo(1);
    }

    @Test
    void alertThatIsRefusedMayComeAgain() {
        Webhook webhook = made(true).webhook();
        world.brainFails(new ProblemException(ProblemCode.VALIDATION_FAILED, "no such timeframe"));
        assertThatThrownBy(() -> take(webhook, null, "BUY EURUSD")).isInstanceOf(ProblemException.class);
        world.brainFails(null);

        assertThat(take(webhook, null, "BUY EURUSD").duplicate()).isFalse();
    }

    @Test
    void alertWhoseOrderMayBeOnItsWayMayNot() {
        world.brainFails(new IllegalStateException("out of memory"));
        Webhook executes = made(true).webhook();
        Webhook analyzes = made(false).webhook();
        assertThatThrownBy(() -> take(executes, null, "BUY EURUSD")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> take(analyzes, null, "BUY EURUSD")).isInstanceOf(IllegalStateException.class);
        world.brainFails(null);

        assertThat(take(executes, null, "BUY EURUSD").duplicate()).isTrue();
        assertThat(take(analyzes, null, "BUY EURUSD").duplicate()).isFalse();
    }

    private Made made(boolean autoExecute) {
        return webhooks.make(new Wanted("breakout", null, null, autoExecute, WebhookMode.CONFIRM, null, "operator"));
    }

    private Taken take(Webhook webhook, @Nullable String id, String text) {
        return service.take(webhook, new Alert(id + text, id != null, null, world.idea(), null), world.ticket());
    }

    /** Webhooks in memory. */
    private static final class MemoryWebhooks implements Webhooks {

        private final Map<String, Webhook> byHash = new HashMap<>();
        private final Map<String, Noted> alerts = new HashMap<>();

        private record Noted(Seen alert, Instant expiresAt) {}

        @Override
        public void add(Webhook webhook, byte[] tokenHash) {
            byHash.put(Arrays.toString(tokenHash), webhook);
        }

        @Override
        public List<Webhook> all() {
            return List.copyOf(byHash.values());
        }

        @Override
        public Optional<Webhook> find(WebhookToken token) {
            return Optional.ofNullable(byHash.get(Arrays.toString(token.hash())));
        }

        @Override
        public boolean remove(UUID id) {
            return byHash.values().removeIf(webhook -> webhook.id().equals(id));
        }

        @Override
        public Optional<Seen> note(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt) {
            Noted known = alerts.get(webhookId + fingerprint);
            if (known != null && known.expiresAt.isAfter(alert.receivedAt())) {
                return Optional.of(known.alert);
            }
            alerts.put(webhookId + fingerprint, new Noted(alert, expiresAt));
            return Optional.empty();
        }

        @Override
        public void forget(UUID webhookId, String fingerprint) {
            alerts.remove(webhookId + fingerprint);
        }

        @Override
        public int forgetExpired(Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
