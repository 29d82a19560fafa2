import { app } from '../../services/api/app.ts';

export const pool = app;
