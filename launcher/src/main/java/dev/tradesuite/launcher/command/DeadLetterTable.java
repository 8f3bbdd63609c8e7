package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.deadletter.DeadLetter;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints dead letters, for people and for programs. */
final class DeadLetterTable {

    private static final String LINE = "%-12s  %-20s  %-15s  %-29s  %-26s  %s%n";
    private static final int LONGEST_REASON = 160;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;

    DeadLetterTable(PrintWriter out) {
        this.out = out;
    }

    void print(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            out.println("There are no dead letters.");
            return;
        }
        out.printf(LINE, "ID", "TIME", "TOPIC", "CONSUMER", "EVENT", "REASON");
        letters.forEach(letter -> out.printf(
                LINE,
                letter.id(),
                letter.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                letter.topic(),
                letter.consumer(),
                letter.type(),
                inOneLine(letter.reason())));
    }

    void print(DeadLetter letter) {
        out.printf("id        %s%n", letter.id());
        out.printf("time      %s%n", letter.at());
        out.printf("from      %s, partition %d, offset %d%n", letter.topic(), letter.partition(), letter.offset());
        out.printf("consumer  %s%n", letter.consumer());
        out.printf("failure   %s%n", letter.failure());
        out.printf("reason    %s%n", letter.reason());
        out.println();
        out.println(letter.json().map(JSON::writeValueAsString).orElseGet(letter::text));
    }

    void printJson(List<DeadLetter> letters) {
        ArrayNode array = JSON.createArrayNode();
        letters.forEach(letter -> array.add(json(letter)));
        out.println(JSON.writeValueAsString(array));
    }

    void printJson(DeadLetter letter) {
        ObjectNode json = json(letter);
        letter.json().ifPresentOrElse(event -> json.set("event", event), () -> json.put("text", letter.text()));
        out.println(JSON.writeValueAsString(json));
    }

    private static ObjectNode json(DeadLetter letter) {
        return JSON.createObjectNode()
                .put("id", letter.id())
                .put("time", letter.at().toString())
                .put("topic", letter.topic())
                .put("partition", letter.partition())
                .put("offset", letter.offset())
                .put("consumer", letter.consumer())
                .put("type", letter.type())
                .put("failure", letter.failure())
                .put("reason", letter.reason());
    }

    /** Line ends and other signs that move the cursor stay out of the table. */
    private static String inOneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
