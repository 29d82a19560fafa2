export { type Clock, systemClock } from './clock.ts';
export { type Configuration, ConfigurationError, type Environment, parseConfiguration, readConfiguration, variables } from './configuration.ts';
export { newId } from './ids.ts';
export { type Logger, loggerFor } from './logging.ts';
export { type Closer, type Closing, closing, whenGone } from './shutdown.ts';
