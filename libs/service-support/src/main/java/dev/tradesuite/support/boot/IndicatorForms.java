package dev.tradesuite.support.boot;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.IndicatorVote;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says of {@code indicators} in requests that both of their forms are read: an object with readings, and the list of
 * votes that {@link IndicatorReadings#of} takes.
 */
final class IndicatorForms implements GlobalOpenApiCustomizer {

    private static final String PROPERTY = "indicators";
    private static final String READINGS = Components.COMPONENTS_SCHEMAS_REF + IndicatorReadings.class.getSimpleName();
    private static final String VOTE = Components.COMPONENTS_SCHEMAS_REF + IndicatorVote.class.getSimpleName();

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas =
                api.getComponents() == null ? null : api.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        for (Schema<?> schema : schemas.values()) {
            Map<String, Schema> properties = schema.getProperties();
            Schema<?> indicators = properties == null ? null : properties.get(PROPERTY);
            if (indicators != null && READINGS.equals(indicators.get$ref())) {
                properties.put(PROPERTY, both());
            }
        }
    }

    @SuppressWarnings("unchecked") // items takes schemas as the library has them
    private static Schema<?> both() {
        Schema<Object> readings = new Schema<>().$ref(READINGS);
        Schema<Object> votes =
                new ArraySchema().items(new Schema<>().$ref(VOTE)).maxItems(50);
        return new Schema<>().oneOf(List.of(readings, votes));
    }
}
