package dev.tradesuite.benchmarks.flow;

import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteClient.Answer;
import java.net.http.HttpRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One kind of call: how it is made, what a good answer is, and how long it took. */
final class Contender {

    private final String name;
    private final SuiteClient client;
    private final Supplier<HttpRequest> next;
    private final Consumer<Answer> check;
    private final Times times = new Times();

    /**
     * A kind of call.
     *
     * @param next makes the next request, outside the time
     * @param check throws when the answer is not the one that was to be timed, outside the time
     */
    Contender(String name, SuiteClient client, Supplier<HttpRequest> next, Consumer<Answer> check) {
        this.name = name;
        this.client = client;
        this.next = next;
        this.check = check;
    }

    void warmUp(int calls) {
        run(calls, new Times());
    }

    void block(int calls) {
        run(calls, times);
    }

    private void run(int calls, Times into) {
        for (int i = 0; i < calls; i++) {
            Answer answer = client.timed(next.get());
            check.accept(answer);
            into.add(answer.nanos());
        }
    }

    String name() {
        return name;
    }

    Times times() {
        return times;
    }
}
