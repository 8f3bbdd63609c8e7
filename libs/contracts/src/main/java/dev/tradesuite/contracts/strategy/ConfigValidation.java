package dev.tradesuite.contracts.strategy;

import dev.tradesuite.contracts.problem.FieldError;
import java.util.List;
import java.util.Map;

/**
 * Whether a configuration can be used. {@code POST /strategy/validate-config}, whose body is the configuration itself.
 *
 * @param valid whether it can
 * @param errors everything that is wrong with it; empty when it is valid
 * @param config the configuration as it would be used, defaults filled in; empty when it is not valid
 */
public record ConfigValidation(boolean valid, List<FieldError> errors, Map<String, Object> config) {}
