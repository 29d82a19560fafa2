export { relayToWorkflows, type WorkflowsHealth, type WorkflowsRelay, type WorkflowsRelayed } from './relay.ts';
