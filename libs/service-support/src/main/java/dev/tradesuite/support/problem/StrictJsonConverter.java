package dev.tradesuite.support.problem;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies with {@link BodyBinder}; writes as Spring does. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    /** Attribute of a request with its body, as a {@link Read}. */
    static final String BODY = StrictJsonConverter.class.getName() + ".BODY";

    /**
     * A body that was read.
     *
     * @param bytes in an encoding of Unicode
     * @param type it is bound as
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(byte[] bytes, JavaType type) {}

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
        byte[] body = utf8(message);
        // Kept for the advice, which tells faults in the order of the body, also those that Spring finds later.
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(BODY, new Read(body, target), RequestAttributes.SCOPE_REQUEST);
        try {
            return binder.bind(body, target);
        } catch (ProblemException e) {
            throw new FaultyBodyException(e);
        }
    }

    /** The body; in another encoding than one of Unicode it is written anew, for Jackson tells only those apart. */
    static byte[] utf8(HttpInputMessage message) throws IOException {
        byte[] body = message.getBody().readAllBytes();
        MediaType type = message.getHeaders().getContentType();
        Charset charset = type == null || type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        return charset.name().startsWith("UTF-") ? body : new String(body, charset).getBytes(StandardCharsets.UTF_8);
    }
}
