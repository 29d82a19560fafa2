import { pool } from '../decision-log/pool.ts';

export const rule = () => pool;
