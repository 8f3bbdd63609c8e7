package dev.tradesuite.support.problem;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies with {@link BodyBinder}; writes as Spring does. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    /** Attribute of a request with the bytes of its body. */
    static final String BODY = StrictJsonConverter.class.getName() + ".BODY";

    private final BodyBinder binder;

    StrictJsonConverter(JsonMapper json, BodyBinder binder) {
        super(json);
        this.binder = binder;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        Class<?> context =
                type.getSource() instanceof MethodParameter parameter ? parameter.getContainingClass() : null;
        JavaType target = getJavaType(type.getType(), context);
        byte[] body = message.getBody().readAllBytes();
        Charset charset = getCharset(message.getHeaders().getContentType());
        if (!charset.name().startsWith("UTF-")) {
            // Jackson tells the encodings of Unicode apart by itself, and knows no other.
            body = new String(body, charset).getBytes(StandardCharsets.UTF_8);
        }
        // Kept for the advice, which tells faults in the order of the body, also those that Spring finds later.
        RequestContextHolder.currentRequestAttributes().setAttribute(BODY, body, RequestAttributes.SCOPE_REQUEST);
        return binder.bind(body, target);
    }
}
