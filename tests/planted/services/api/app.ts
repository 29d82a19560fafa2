export const app = 'an application';
