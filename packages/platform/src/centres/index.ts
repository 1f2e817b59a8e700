export * from './person-centres.ts';
export * from './viewer-centre.ts';
