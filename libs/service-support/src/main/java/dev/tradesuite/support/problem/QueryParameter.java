package dev.tradesuite.support.problem;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in the query of an address.
 *
 * @param name decoded
 * @param value decoded; empty when there is none
 */
record QueryParameter(String name, String value) {

    /**
     * The parameters of a query, in their order.
     *
     * @param query as it was sent; null for none
     * @throws IllegalArgumentException when an escape is broken or what it stands for is no UTF-8
     */
    static List<QueryParameter> all(@Nullable String query) {
        List<QueryParameter> parameters = new ArrayList<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty() || !value.isEmpty()) {
                parameters.add(new QueryParameter(name, value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '%' -> {
                    bytes.write(escaped(text, i));
                    i += 2;
                }
                case '+' -> bytes.write(' ');
                default -> bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("expected escapes that stand for UTF-8", e);
        }
    }

    private static int escaped(String text, int at) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("expected two hexadecimal digits after each %");
        }
        return high * 16 + low;
    }
}
